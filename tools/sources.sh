# Shared by ./hw and tools/build: what the command is built from, and whether that is what was built last.
# What `hw gen` and `hw isa prove --record` write beside a definition is no source.
# A listing catches what a newest-file test misses: deleted and renamed files, and files put back to an older time.
program=src/Hw.Cli/bin/Release/net10.0/hw.dll

sources() {
  find src isa tests/Oracles docs/numerics.md Directory.Build.props Directory.Build.targets Directory.Packages.props global.json \
    \( -name bin -o -name obj -o -name bindings \) -prune -o -type f \( ! -name '*.md' -o -path docs/numerics.md \) ! -path 'isa/*.json' -printf '%p %s %T@\n'
}
is_built() { [[ -f $program && -f .hw/built && $(sources) == "$(<.hw/built)" ]]; }
