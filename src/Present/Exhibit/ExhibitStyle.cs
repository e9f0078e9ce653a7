namespace FinInvest.Graph.Present.Exhibit;

/// <summary>How an exhibit looks: black on white, contrast of at least 4.5 to 1, a pattern and a word wherever a colour means something, A4 pages.</summary>
internal static class ExhibitStyle
{
    public const string Css = """
        @page { size: A4; margin: 16mm 14mm 18mm 14mm; @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt sans-serif; color: #444444; } }
        @page wide { size: A4 landscape; margin: 14mm 12mm 16mm 12mm; }
        html { font: 15px/1.5 "Segoe UI", "Liberation Sans", "DejaVu Sans", Arial, sans-serif; color: #111111; background: #eceff1; }
        body { margin: 0; }
        main { max-width: 72rem; margin: 0 auto; padding: 2.5rem 3rem 4rem; background: #ffffff; }
        h1 { font-size: 1.9rem; line-height: 1.2; margin: .2rem 0 1rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.3rem; margin: 2.4rem 0 .8rem; padding-bottom: .25rem; border-bottom: 2px solid #1b3a57; color: #1b3a57; break-after: avoid; }
        h3 { font-size: 1.08rem; margin: 1.7rem 0 .5rem; break-after: avoid; overflow-wrap: anywhere; }
        h4 { font-size: 1rem; margin: 1.2rem 0 .4rem; break-after: avoid; }
        p, li, dd { overflow-wrap: anywhere; max-width: 50rem; }
        p { margin: .5rem 0; orphans: 3; widows: 3; }
        a { color: #0b4a8f; text-decoration-thickness: 1px; text-underline-offset: 2px; }
        .kind { margin: 0; font-size: .85rem; letter-spacing: .12em; text-transform: uppercase; color: #444444; }
        .cover { border-top: 6px solid #1b3a57; padding-top: 1.2rem; }
        .question { font-size: 1.1rem; padding: .7rem 1rem; background: #f2f5f8; border-left: 4px solid #1b3a57; }
        .label { display: block; font-size: .8rem; color: #444444; }
        dl { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .55rem 2rem; margin: 1.2rem 0; }
        dl div:last-child { grid-column: 1 / -1; }
        dt { font-size: .8rem; color: #444444; }
        dd { margin: 0; font-weight: 600; }
        .contents { columns: 2; padding-left: 1.3rem; }
        .story { font-size: 1.02rem; }
        .fig { white-space: nowrap; font-variant-numeric: tabular-nums; font-weight: 600; }
        .cite { white-space: nowrap; font-size: .85em; }
        .note { color: #333333; font-size: .92rem; }
        .strong { font-weight: 700; }
        .warn { border-left: 5px double #8a1c1c; padding: .4rem .8rem; background: #fdf3f2; }
        .id { font-family: "Liberation Mono", "DejaVu Sans Mono", Consolas, monospace; font-size: .92em; font-weight: 400; }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; font: .86rem/1.45 "Liberation Mono", "DejaVu Sans Mono", Consolas, monospace; background: #f6f7f8; border: 1px solid #c4ccd3; padding: .8rem 1rem; }
        table { border-collapse: collapse; width: 100%; margin: .7rem 0 1.4rem; font-size: .88rem; line-height: 1.35; }
        caption { text-align: left; font-weight: 600; padding: .3rem 0; break-after: avoid; caption-side: top; }
        th, td { border-bottom: 1px solid #c4ccd3; padding: .32rem .5rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
        thead th { background: #e8edf2; border-bottom: 2px solid #1b3a57; font-weight: 600; vertical-align: bottom; overflow-wrap: break-word; }
        tbody th { font-weight: 400; }
        .n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
        thead .n { white-space: normal; }
        .ref { white-space: nowrap; font-variant-numeric: tabular-nums; }
        .mark { text-align: center; font-weight: 700; }
        table.matrix { width: auto; min-width: 60%; }
        .mark.no { color: #8a1c1c; text-decoration: underline double; }
        .parts { font-size: .92em; }
        .parts .fig { font-weight: 400; }
        tr.total th, tr.total td { border-top: 2px solid #111111; border-bottom: 2px solid #111111; font-weight: 700; }
        tr.chosen th, tr.chosen td { font-weight: 700; background: #f2f5f8; }
        tr.red th, tr.red td { background: #fdf1f0; background-image: repeating-linear-gradient(135deg, transparent 0 7px, #f6dad7 7px 8px); color: #6b0f0f; }
        tr.red th:first-child { border-left: 5px double #8a1c1c; }
        tr:target th, tr:target td, :target { background-color: #fff6cf; }
        figure { margin: 1rem 0 1.4rem; break-inside: avoid; }
        figcaption { font-size: .9rem; color: #333333; }
        svg { max-width: 100%; height: auto; display: block; font-family: "Segoe UI", "Liberation Sans", "DejaVu Sans", Arial, sans-serif; }
        svg.chart { margin: 0 auto; }
        svg.bar { margin: .4rem 0 1rem; }
        .scroll { overflow-x: auto; }
        @media (max-width: 700px) { main { padding: 1.2rem; } dl { grid-template-columns: 1fr; } .contents { columns: 1; } table { display: block; overflow-x: auto; } }
        @media print {
          html { font-size: 9.6pt; background: #ffffff; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          main { max-width: none; padding: 0; }
          .part { break-before: page; }
          .wide { page: wide; }
          .wide table { font-size: 7.4pt; }
          h2 { margin-top: 0; }
          .keep, .keep + table { break-before: avoid; }
          thead { display: table-header-group; break-after: avoid; }
          tbody tr:first-child { break-before: avoid; }
          tr.red th, tr.red td { background-image: none; font-style: italic; }
          tr, figure, dl div { break-inside: avoid; }
          table { font-size: 8pt; }
          th, td { padding: .2rem .35rem; }
          a { color: #111111; text-decoration: none; }
          .cite a, .ref a { color: #0b4a8f; }
          svg.chart { max-height: 190mm; width: auto; }
        }

        """;
}
