-- A document is what its hash says, of a kind that was checked, and not larger than a page takes.
alter table document add constraint document_sealed check (sha256 = sha256(content));
alter table document add constraint document_kind check (media_type in
  ('application/pdf', 'image/jpeg', 'image/png', 'text/plain'));
alter table document add constraint document_size check (octet_length(content) between 1 and 10485760);
