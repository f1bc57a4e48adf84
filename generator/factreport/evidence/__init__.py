"""The room of proof: quotations found in snapshots, the lock that remembers them, and who repeated whom.

It knows the nouns of the model and printed figures. It must not know rules, findings, pages or how content files are
written.
"""
