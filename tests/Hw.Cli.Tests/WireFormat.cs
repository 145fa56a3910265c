using System.Text;

namespace Hw.Cli.Tests;

/// <summary>A protobuf message by its wire format alone: field numbers, and numbers or bytes. A second reader of traces, which shares nothing with what wrote them.</summary>
sealed class WireFormat
{
    readonly List<(int Field, ulong Number, byte[] Bytes)> fields = [];

    public WireFormat(ReadOnlySpan<byte> message)
    {
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(message, ref at);
            switch (key & 7)
            {
                case 0: fields.Add(((int)(key >> 3), Varint(message, ref at), [])); break;
                case 1: fields.Add(((int)(key >> 3), BitConverter.ToUInt64(message[at..(at += 8)]), [])); break;
                case 2:
                    var length = (int)Varint(message, ref at);
                    fields.Add(((int)(key >> 3), 0, message[at..(at += length)].ToArray()));
                    break;
                default: throw new InvalidDataException($"wire type {key & 7} at byte {at}");
            }
        }
    }

    public bool Has(int field) => fields.Any(f => f.Field == field);
    public ulong Number(int field) => fields.Single(f => f.Field == field).Number;
    public string Text(int field) => Encoding.UTF8.GetString(fields.Single(f => f.Field == field).Bytes);
    public WireFormat Message(int field) => All(field).Single();
    public IEnumerable<WireFormat> All(int field) => fields.Where(f => f.Field == field).Select(f => new WireFormat(f.Bytes));

    static ulong Varint(ReadOnlySpan<byte> message, ref int at)
    {
        var value = 0ul;
        for (var shift = 0; ; shift += 7)
        {
            var b = message[at++];
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80) return value;
        }
    }
}
