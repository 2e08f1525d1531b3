"""What may not be published about people: the rules, and every text that they are held against.

One list, in `rules`, for every door: import, report, check, the gate and the build.
"""
