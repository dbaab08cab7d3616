using System.Text;

namespace Suandian.Operations.Programme.Sheets;

/// <summary>A sign-in sheet as the ledger will have it, with columns of every type; the rows are made up.</summary>
static class SignIns
{
    internal static SheetDeclaration Declaration { get; } = SheetDeclaration.Parse("sign_ins", new Text("签到", "sign-ins"), Encoding.UTF8.GetBytes("""
        code,title_zh,title_en,type,unit,required,choices,min,max,notation,personal,example,说明,description
        day,日期,day,date,,yes,,,,,,2024-07-15,活动日期,Day of the event
        place,地点,place,text,,yes,,,,,,示例园区,活动地点,Place of the event
        activity,活动类别,activity,choice,,yes,study:研学:study|practice:实习实训:practice|work:就业创新:work,,,,,研学,三类之一,One of three
        person,姓名,person,text,,yes,,,,,name,示例,参加人,Who came
        phone,电话,phone,text,,,,,,,phone,000-00000000,联系电话,Telephone
        undergraduate,是否本科生,undergraduate,boolean,,,,,,,,是,本科生填是,是 for undergraduates
        visits,人次,visits,whole,人次,,,1,1000,,,1,一行代表的人次,Visits of the row
        area,场地面积,floor,number,平方米,,,0,,,,200,活动场地,Floor space
        fee,费用,fee,number,元,,,0,,no,,0,只填数字,Plain numbers only
        target,目标,target,quantity,,,,,,,,3-5家,承诺,A promise
        files,附件,files,list,,,,,,,,照片.jpg；名单.xlsx,文件名,Names of files

        """));

    /// <summary>A CSV file with rows below the titles.</summary>
    internal static string Csv(params string[] rows) =>
        string.Join('\n', rows.Prepend("日期,地点,活动类别,姓名,电话,是否本科生,人次,场地面积,费用,目标,附件"));

    /// <summary>A row of a big file.</summary>
    internal static string Row(int number) => $"2024-{1 + number % 12:00}-{1 + number % 28:00},园区{number % 7},研学,学员{number:0000},000-{number:00000000},是,1,200,0,,";
}
