namespace Hw.Ip;

/// <summary>Ready/valid with one payload.</summary>
public sealed class DataStream : Stream
{
    public DataStream(Shape shape) => Data = Forward(shape, "data");

    public Port Data { get; }
}
