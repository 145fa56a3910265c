namespace Hw.Sim;

public enum ChannelKind { Write, Retire }

/// <summary>
/// A place where a design tells what it did. In every cycle in which <see cref="Valid"/> is 1 just before the rising clock edge
/// (and reset is 0), the watched ports form one record: on a write channel which instruction (<see cref="Order"/>) wrote which row
/// (<see cref="Address"/>) with what (<see cref="Data"/>); on a retire channel which instruction is done.
/// On one write channel the rows of one instruction are consecutive.
/// </summary>
public sealed record RecordChannel(string Name, ChannelKind Kind, string Valid, string Order, string? Address, IReadOnlyList<string> Data)
{
    /// <summary><paramref name="data"/> ports form one row in this order, each padded to whole 32-bit words (a lane mask is just another one).</summary>
    public static RecordChannel Write(string name, string valid, string order, string address, params string[] data)
        => new(name, ChannelKind.Write, valid, order, address, data);

    /// <summary><paramref name="pc"/>, if there is one, becomes the record's value.</summary>
    public static RecordChannel Retire(string name, string valid, string order, string? pc = null)
        => new(name, ChannelKind.Retire, valid, order, pc, []);

    /// <summary>32-bit words of one row.</summary>
    public int Words(SimDesign design) => Data.Sum(name => design.Port(name).Words);

    internal void Check(SimDesign design)
    {
        Limit(design, Valid, "valid", 1);
        Limit(design, Order, "order", 32);
        if (Address is not null) Limit(design, Address, "address", 64);
        if (Kind == ChannelKind.Retire) return;
        if (Address is null || Data.Count == 0) throw new SimException($"write channel `{Name}` needs an address and a data port");
        if (Words(design) > WriteHash.MaxWords)
            throw new SimException($"a row of channel `{Name}` is {Words(design)} words; at most {WriteHash.MaxWords}. Split it into two channels.");
    }

    void Limit(SimDesign design, string port, string role, int bits)
    {
        int width = design.Port(port).Width;
        if (width > bits) throw new SimException($"channel `{Name}` uses `{port}` as its {role}: {width} bits, at most {bits}");
    }
}
