namespace Hw.NumberCheck;

public static class Plants
{
    public static IReadOnlyList<Plant> All => [];
    public static Plant? Find(string name) => All.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
