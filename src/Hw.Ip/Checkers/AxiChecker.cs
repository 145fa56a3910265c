namespace Hw.Ip;

/// <summary>What the two checkers share: the sticky verdict, and the rules of an address channel.</summary>
public abstract class AxiChecker : Module
{
    /// <summary>the first AxiRule broken since reset; 0 while there is none</summary>
    public Out Violation { get; } = Output(UpTo((int)Enum.GetValues<AxiRule>().Max()));

    readonly StateReg<AxiRule> found = State(AxiRule.None);

    /// <summary>Keeps the first rule broken; of several in one cycle, the first listed.</summary>
    protected void Judge(params (AxiRule Rule, Signal Broken)[] rules)
    {
        When(found.Is(AxiRule.None), () =>
        {
            WhenChain? chain = null;
            foreach (var (rule, broken) in rules)
                chain = chain is null ? When(broken, () => found.Next = rule) : chain.ElseWhen(broken, () => found.Next = rule);
        });
        Violation.Drive(found.Value);
    }

    protected static (AxiRule, Signal)[] AddressRules(AxiAddress channel, StreamChecker stability, int maxBurst)
    {
        Watch(stability, channel, channel.Addr, channel.Len);
        var firstBeat = channel.Addr[BitOperations.Log2(AxiBus.PageBytes) - 1, AxiBus.BeatBytesLog2];
        return
        [
            (AxiRule.AddressDropped, stability.Dropped),
            (AxiRule.AddressChanged, stability.Changed),
            (AxiRule.AddressMisaligned, channel.Valid & (channel.Addr[AxiBus.BeatBytesLog2 - 1, 0] != 0)),
            (AxiRule.BurstTooLong, channel.Valid & (channel.Len >= maxBurst)),
            (AxiRule.BurstCrossesPage, channel.Valid & (firstBeat + channel.Len >= AxiBus.PageBeats)),
        ];
    }

    protected static void Watch(StreamChecker stability, Stream channel, params Signal[] payload)
    {
        stability.Link.Valid.Drive(channel.Valid);
        stability.Link.Ready.Drive(channel.Ready);
        stability.Link.Data.Drive(Concat(payload));
    }
}
