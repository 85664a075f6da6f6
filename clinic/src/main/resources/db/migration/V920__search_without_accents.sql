-- Lucía is found by lucia, O'Hara by ohara and Groß by gross: the names stand in the search once more, in plain letters.
alter table patient alter column search set expression as (
  lower(given_name || ' ' || family_name || ' ' || given_name || ' ' || coalesce(email, '') || ' '
    || regexp_replace(coalesce(phone, ''), '[^0-9+]', '', 'g') || ' '
    || translate(replace(replace(replace(
      regexp_replace(normalize(lower(given_name || ' ' || family_name || ' ' || given_name), nfd),
        '[\u0300-\u036f''’]', '', 'g'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'øłđı', 'oldi')));
