using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Suandian.Operations.Programme.Ledger.History;

namespace Suandian.Operations.Storage;

/// <summary>The tables of a ledger: history, rows, seals; the same on SQLite and on PostgreSQL.</summary>
sealed class LedgerContext(StoreAddress address) : DbContext
{
    /// <summary>Entries; never updated, never deleted.</summary>
    internal DbSet<Entry> History => Set<Entry>();

    /// <summary>The projection.</summary>
    internal DbSet<StoredRow> Rows => Set<StoredRow>();

    /// <summary>Personal values.</summary>
    internal DbSet<Seal> Seals => Set<Seal>();

    protected override void OnConfiguring(DbContextOptionsBuilder options)
    {
        // Migrations are written by hand and hold on both databases, so there is no snapshot to compare the model with; a test compares tables and model.
        options.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
        if (address.Kind == StoreKind.PostgreSql)
        {
            options.UseNpgsql(address.Connection);
        }
        else
        {
            options.UseSqlite(address.Connection).AddInterceptors(new SqliteDurability(address.Synchronous));
        }
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Entry>(entry =>
        {
            entry.ToTable("history").HasKey(e => e.Number);
            entry.Property(e => e.Number).HasColumnName("number").ValueGeneratedNever();
            entry.Property(e => e.At).HasColumnName("at");
            entry.Property(e => e.By).HasColumnName("by");
            entry.Property(e => e.Why).HasColumnName("why");
            entry.Property(e => e.Kind).HasColumnName("kind");
            entry.Property(e => e.Register).HasColumnName("register");
            entry.Property(e => e.Row).HasColumnName("row");
            entry.Property(e => e.Before).HasColumnName("before");
            entry.Property(e => e.After).HasColumnName("after");
            entry.Property(e => e.Previous).HasColumnName("previous");
            entry.Property(e => e.Hash).HasColumnName("hash");
            entry.HasIndex(e => new { e.Register, e.Row }).HasDatabaseName("history_row");
            entry.Ignore(e => e.Address);
            entry.Ignore(e => e.FieldsBefore);
            entry.Ignore(e => e.FieldsAfter);
        });
        model.Entity<StoredRow>(row =>
        {
            row.ToTable("rows").HasKey(r => new { r.Register, r.Id });
            row.Property(r => r.Register).HasColumnName("register");
            row.Property(r => r.Id).HasColumnName("id");
            row.Property(r => r.Fields).HasColumnName("fields");
            row.Property(r => r.Added).HasColumnName("added");
            row.Property(r => r.Changed).HasColumnName("changed");
            row.Ignore(r => r.Address);
        });
        model.Entity<Seal>(seal =>
        {
            seal.ToTable("seals").HasKey(s => s.Mark);
            seal.Property(s => s.Mark).HasColumnName("mark");
            seal.Property(s => s.Salt).HasColumnName("salt");
            seal.Property(s => s.Value).HasColumnName("value");
            seal.Property(s => s.Entry).HasColumnName("entry");
        });
    }
}
