namespace Hw.Isa;

/// <summary>How the printed page looks: A4, black on white, nothing that grey loses.</summary>
static class Style
{
    public const string Css = """
        :root { --ink: #1a202c; --pale: #4a5568; --rule: #cbd5e0; --wash: #f7f9fb; --link: #1d4f91; }
        * { box-sizing: border-box; }
        html { background: #fff; color: var(--ink); font: 15px/1.5 "Source Sans 3", "Helvetica Neue", Helvetica, Arial, "DejaVu Sans", sans-serif; }
        body { max-width: 56em; margin: 0 auto; padding: 3em 1.5em 6em; }
        h1 { font-size: 2.6em; line-height: 1.1; letter-spacing: -0.02em; margin: 0 0 0.4em; }
        h2 { font-size: 1.5em; line-height: 1.2; margin: 2.2em 0 0.6em; padding-bottom: 0.2em; border-bottom: 2px solid var(--ink); }
        h3 { font-size: 0.85em; font-weight: 700; letter-spacing: 0.06em; text-transform: uppercase; color: var(--pale); margin: 1.6em 0 0.4em; }
        p { margin: 0.6em 0; }
        a { color: var(--link); text-decoration: none; }
        a:hover { text-decoration: underline; }
        code, pre { font-family: "Source Code Pro", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.86em; }
        td code { overflow-wrap: anywhere; }
        pre { background: var(--wash); border-left: 3px solid var(--rule); padding: 0.7em 0.9em; margin: 0.6em 0; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.42; }
        pre code { font-size: 0.92em; }
        table { border-collapse: collapse; width: 100%; margin: 0.6em 0 1em; font-size: 0.92em; }
        th { text-align: left; font-weight: 600; color: var(--pale); border-bottom: 1.5px solid var(--ink); padding: 0.3em 0.9em 0.3em 0; vertical-align: bottom; }
        td { border-bottom: 1px solid var(--rule); padding: 0.32em 0.9em 0.32em 0; vertical-align: top; }
        td:first-child { white-space: nowrap; }
        th:last-child, td:last-child { padding-right: 0; }
        .right { text-align: right; font-variant-numeric: tabular-nums; }
        .facts { width: auto; }
        .facts td { border: 0; padding-top: 0.12em; padding-bottom: 0.12em; }
        .facts td:first-child { color: var(--pale); padding-right: 1.6em; }
        figure { margin: 1em 0; }
        figure svg { display: block; width: 100%; height: auto; }
        header { margin-bottom: 2.5em; }
        nav ul { list-style: none; margin: 0; padding: 0; columns: 4 9em; column-gap: 2em; }
        nav li { break-inside: avoid; padding: 0.08em 0; }
        nav .level2 { font-weight: 600; }
        section.instruction { margin-top: 3em; }
        section.instruction h2 { margin-top: 0; }
        @media print {
          @page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page); font: 8pt "Helvetica Neue", Helvetica, Arial, sans-serif; } }
          html { font-size: 9.4pt; line-height: 1.38; }
          body { max-width: none; margin: 0; padding: 0; }
          a { color: inherit; }
          pre { background: none; border-left: 1.2pt solid var(--rule); padding: 0.2em 0 0.2em 0.9em; }
          h1, h2, h3 { break-after: avoid; }
          p:has(+ pre), p:has(+ table), p:has(+ figure) { break-after: avoid; }
          figure, tr, li { break-inside: avoid; }
          thead { display: table-header-group; }
          p { orphans: 3; widows: 3; }
          figure { margin: 0.7em 0; }
          figure svg { width: 158mm; }
          header { padding-top: 24mm; }
          section.set { break-before: page; }
          section.instruction { break-inside: avoid; margin-top: 12mm; }
        }
        """;
}
