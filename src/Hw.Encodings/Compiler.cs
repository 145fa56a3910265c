namespace System.Runtime.CompilerServices;

/// <summary>What records need of the library, and netstandard2.0 has not.</summary>
static class IsExternalInit;
