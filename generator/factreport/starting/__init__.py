"""Files to start from: fields to fill in, with comments that say what to write, and the files of a new site."""
