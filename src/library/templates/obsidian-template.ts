/** Highlights and notes for Obsidian: what `exportMarkdown` writes, as a template that readers can start from. */
export const OBSIDIAN_TEMPLATE = `---
{% if report.title %}title: {{ report.title | yaml }}
{% endif %}{% if report.region %}region: {{ report.region | yaml }}
{% endif %}{% if report.year %}year: {{ report.year }}
{% endif %}{% if report.delivered %}delivered: {{ report.delivered | yaml }}
{% endif %}{% assign tags = report.tags | obsidian_tags %}{% if tags.size > 0 %}tags:
{% for tag in tags %}  - {{ tag | yaml }}
{% endfor %}{% endif %}{% if report.aliases.size > 0 %}aliases:
{% for alias in report.aliases %}  - {{ alias | yaml }}
{% endfor %}{% endif %}meipi_report: {{ report.id | yaml }}
text_hash: {{ report.textHash | yaml }}
exported: {{ exported | yaml }}
---

# {{ report.heading | md }}
{% if report.citation %}
引用：{{ report.citation | md }}
{% endif %}{% if passages.size == 0 %}
这份报告还没有划线。
{% endif %}{% for passage in passages %}
{% assign lines = passage.quote | md_lines %}{% for line in lines %}> {{ line }}
>
{% endfor %}> —— {% capture section %}{% for heading in passage.section %}{{ heading | md }}{% unless forloop.last %} › {% endunless %}{% endfor %}{% endcapture %}{% unless section == "" %}{{ section }} · {% endunless %}{% if passage.paragraph %}¶ {{ passage.paragraph }} · {% endif %}{% unless passage.inPlace %}位置待核对 · {% endunless %}{% assign color = passage.colorName | md %}{% unless color == "" %}{{ color }} · {% endunless %}{% assign tags = passage.tags | obsidian_tags %}{% for tag in tags %}#{{ tag }}{% if forloop.last %} · {% else %} {% endif %}{% endfor %}[回到原文]({{ passage.link }})

^{{ passage.blockId }}
{% assign note = passage.note | strip %}{% unless note == "" %}
> [!note] 批注
{{ passage.note | prefix_lines: "> " }}
{% endunless %}{% endfor %}{% if terms.size > 0 %}
## 术语

{% for term in terms %}- **{{ term.term | md }}**{% if term.number %}（注释 {{ term.number | md }}）{% endif %}：{% assign lines = term.definition | md_lines %}{% if lines.size == 0 %}原文没有给出解释。{% else %}{{ lines | join: "\\n\\n  " }}{% endif %}
{% endfor %}{% endif %}`
