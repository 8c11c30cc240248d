"""設定: one calm section for each thing, most of them steps of the first-run wizard as well."""
