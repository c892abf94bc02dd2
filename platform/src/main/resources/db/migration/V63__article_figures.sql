-- How many entries name an article, and when the last was written: asked by everybody who looks at the compliance page.
create index evidence_entry_article on evidence_entry (article, at);
