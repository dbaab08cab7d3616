using System.Text.Json;
using System.Text.Json.Serialization;

namespace Suandian.Cases.Variations;

public class VariantNetworksTests
{
    static readonly JsonSerializerOptions Options = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    [Theory]
    [InlineData("discount_rate=0.05,0.06,0.07")]
    [InlineData("weather_sites.park.seed=1,2,1")]
    [InlineData("generators.wind.hub_height_m=90,110,90")]
    [InlineData("generators.pv.tilt_deg=20,30,40")]
    [InlineData("monthly_normals.park.wind_speed_10m_m_s=*0.9,1,1.1")]
    [InlineData("power_curves.*.power_pu=*0.9,1")]
    public void Networks_that_share_their_yields_equal_those_built_alone(string set)
    {
        string[] parts = set.Split('=');
        var reading = CaseFolder.Read(Repository.File("cases/first-steps"));
        var networks = new VariantNetworks();

        // One sweep per value, since a value may stand in a list only once.
        string mark = parts[1].StartsWith('*') ? "*" : "";
        foreach (string value in parts[1].TrimStart('*').Split(','))
        {
            var data = CaseVariations.Read(reading, [$"{parts[0]}={mark}{value}"], zip: false).Variations!.Case(1).Case!;

            Assert.Equal(Text(NetworkBuilder.Build(data)), Text(networks.Build(data)));
        }
    }

    static string Text(Network.HourlyNetwork network) => JsonSerializer.Serialize(network, Options);
}
