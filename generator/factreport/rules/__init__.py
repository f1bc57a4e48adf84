"""The room of rules: what it means that two statements differ, one file for each rule.

It knows content, evidence and the comparison of figures. It must not know the report, pages or MkDocs. A rule is a
module of this folder with a `RULE`; the module's docstring is the text that readers see on the method page.
"""
