#!/bin/sh
# A git hook without pre-commit: save as .git/hooks/pre-commit and make it executable (chmod +x).
#
# Refreshes the briefs of the articles in the commit, then checks them. The commit stops if a file was written:
# add it, and commit again. The hook reads the files in the folder, not those in the index.
set -eu

articles() {
  git diff --cached --name-only -z --diff-filter=ACMR -- '*.txt' '*.md' '*.markdown'
}

articles | xargs -0 -r summarize write --force-exclude --
articles | xargs -0 -r summarize check --each --force-exclude --
