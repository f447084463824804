/** Highlights and notes for Logseq: page properties, a block for each passage with its note inside, the terms as children of a heading. */
export const LOGSEQ_TEMPLATE = `{% if report.title %}title:: {{ report.title | one_line }}
{% endif %}{% if report.region %}region:: {{ report.region | one_line }}
{% endif %}{% if report.year %}year:: {{ report.year }}
{% endif %}{% if report.delivered %}delivered:: {{ report.delivered }}
{% endif %}{% assign tags = report.tags | logseq_tags %}{% if tags.size > 0 %}tags:: {{ tags | join: ", " }}
{% endif %}{% if report.aliases.size > 0 %}alias:: {{ report.aliases | join: ", " | one_line }}
{% endif %}meipi-report:: {{ report.id }}
text-hash:: {{ report.textHash }}
exported:: {{ exported }}

{% if report.citation %}- 引用：{{ report.citation | md }}
{% endif %}{% if passages.size == 0 %}- 这份报告还没有划线。
{% endif %}{% for passage in passages %}- {{ passage.id | logseq_id }}
{% assign lines = passage.quote | md_lines %}{% for line in lines %}  > {{ line }}
  >
{% endfor %}  > —— {% capture section %}{% for heading in passage.section %}{{ heading | md }}{% unless forloop.last %} › {% endunless %}{% endfor %}{% endcapture %}{% unless section == "" %}{{ section }} · {% endunless %}{% if passage.paragraph %}¶ {{ passage.paragraph }} · {% endif %}{% unless passage.inPlace %}位置待核对 · {% endunless %}{% assign color = passage.colorName | md %}{% unless color == "" %}{{ color }} · {% endunless %}{% assign tags = passage.tags | obsidian_tags %}{% for tag in tags %}#{{ tag }}{% if forloop.last %} · {% else %} {% endif %}{% endfor %}[回到原文]({{ passage.link }})
{% assign note = passage.note | strip %}{% unless note == "" %}  #+BEGIN_NOTE
{{ passage.note | logseq_note | prefix_lines: "  " }}
  #+END_NOTE
{% endunless %}{% endfor %}{% if terms.size > 0 %}- ## 术语
{% for term in terms %}	- **{{ term.term | md }}**{% if term.number %}（注释 {{ term.number | md }}）{% endif %}：{% assign lines = term.definition | md_lines %}{% if lines.size == 0 %}原文没有给出解释。{% else %}{{ lines | join: "\\n\\n	  " }}{% endif %}
{% endfor %}{% endif %}`
