# Shared by ./hw and tools/build: what the command is built from, and whether that is what was built last.
# A listing catches what a newest-file test misses: deleted and renamed files, and files put back to an older time.
program=src/Hw.Cli/bin/Release/net10.0/hw.dll

sources() {
  find src isa tests/Oracles docs/numerics.md Directory.Build.props Directory.Build.targets Directory.Packages.props global.json \
    \( -name bin -o -name obj \) -prune -o -type f \( ! -name '*.md' -o -path docs/numerics.md \) -printf '%p %s %T@\n'
}
is_built() { [[ -f $program && -f .hw/built && $(sources) == "$(<.hw/built)" ]]; }
