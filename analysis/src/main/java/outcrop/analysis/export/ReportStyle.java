package outcrop.analysis.export;

import outcrop.analysis.render.Theme;

/// How a report looks in a browser and on paper.
final class ReportStyle {
  private ReportStyle() {}

  static String css(Theme theme) {
    return """
    :root{color-scheme:%s}
    *{box-sizing:border-box}
    body{margin:0 auto;padding:48px 32px 96px;max-width:820px;background:%s;color:%s;
    font:15px/1.55 'Open Sans','DejaVu Sans','Noto Sans Devanagari','Noto Sans Thai',sans-serif}
    h1{font-size:28px;line-height:1.25;font-weight:600;margin:0 0 16px;overflow-wrap:anywhere}
    h2{font-size:19px;line-height:1.35;font-weight:600;margin:0 0 12px;overflow-wrap:anywhere}
    h3,h4,h5,h6{font-size:15px;font-weight:600;margin:16px 0 4px}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:0;color:%s;font-size:13px}
    dt{font-weight:400}
    dd{margin:0;color:%s;overflow-wrap:anywhere}
    nav{margin:32px 0 0;padding:16px 20px;border:1px solid %s;border-radius:6px}
    nav h2{font-size:15px;margin:0 0 4px}
    nav ol{margin:0;padding-left:22px}
    nav a{color:%s;text-decoration:none}
    nav a:hover{text-decoration:underline}
    section{margin:40px 0 0;padding-top:24px;border-top:1px solid %s}
    figure{margin:0 0 8px}
    figure svg{display:block;max-width:100%%;height:auto}
    .facts{margin:0;color:%s;font-size:12.5px;overflow-wrap:anywhere}
    .problem{padding:12px 16px;border:1px solid %s;border-radius:6px}
    .note{margin:12px 0 0;overflow-wrap:anywhere}
    .note p,.note blockquote{margin:0 0 8px}
    .note blockquote{padding-left:12px;border-left:3px solid %s;color:%s}
    .note pre,.note code{font-family:ui-monospace,'DejaVu Sans Mono',monospace;font-size:13px}
    .note pre{white-space:pre-wrap;margin:0 0 8px;padding:8px 12px;border:1px solid %s;border-radius:4px}
    .note hr{border:0;border-top:1px solid %s}
    .note .item{margin:0 0 2px;padding-left:20px;text-indent:-14px}
    .note .depth-1{margin-left:20px}
    .note .depth-2{margin-left:40px}
    .note .depth-3,.note .depth-4,.note .depth-5,.note .depth-6{margin-left:60px}
    @page{margin:18mm}
    @media print{body{max-width:none;padding:0;print-color-adjust:exact;-webkit-print-color-adjust:exact}
    section{break-inside:avoid}nav{break-after:page}}
    """
        .formatted(
            theme.name().equals("dark") ? "dark" : "light",
            theme.background().hex(),
            theme.foreground().hex(),
            theme.muted().hex(),
            theme.foreground().hex(),
            theme.grid().hex(),
            theme.accent().hex(),
            theme.grid().hex(),
            theme.muted().hex(),
            theme.axis().hex(),
            theme.axis().hex(),
            theme.muted().hex(),
            theme.grid().hex(),
            theme.grid().hex());
  }
}
