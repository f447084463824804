/** Highlights and notes as Markdown that any reader of Markdown shows: headings of the report, quotes, notes as list items (which no unclosed code leaves); nothing of one program alone. */
export const PLAIN_TEMPLATE = `# {{ report.heading | md }}

{% if report.citation %}{{ report.citation | md }}

{% endif %}{% if passages.size == 0 %}这份报告还没有划线。
{% endif %}{% for section in sections %}{% if section.heading %}## {% for heading in section.path %}{{ heading | md }}{% unless forloop.last %} › {% endunless %}{% endfor %}

{% endif %}{% for passage in section.passages %}{% assign lines = passage.quote | md_lines %}{% for line in lines %}> {{ line }}
>
{% endfor %}> —— {% if passage.paragraph %}第 {{ passage.paragraph }} 段，{% endif %}{% unless passage.inPlace %}位置待核对，{% endunless %}{{ passage.colorName | md }}{% if passage.tags.size > 0 %}，{{ passage.tags | join: "、" | md }}{% endif %}

{% assign note = passage.note | strip %}{% unless note == "" %}- {{ passage.note | prefix_lines: "  " | lstrip }}

{% endunless %}{% endfor %}{% endfor %}{% if terms.size > 0 %}## 术语

{% for term in terms %}- **{{ term.term | md }}**{% if term.number %}（注释 {{ term.number | md }}）{% endif %}：{% assign lines = term.definition | md_lines %}{% if lines.size == 0 %}原文没有给出解释。{% else %}{{ lines | join: "\\n\\n  " }}{% endif %}
{% endfor %}{% endif %}`
