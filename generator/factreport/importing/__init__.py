"""From ClaimReview markup to content files to start from; knows the markup and how content is written, nothing else.

What schema.org cannot say (figures, quotations, findings) no import can bring back: everything it makes is a draft.
"""
