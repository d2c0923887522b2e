-- What `admin member list` asks of views.db: the classes with their rights, then the members, of one day.
SELECT valid_from, valid_until, event, "class", "rights", "clause" FROM "member_class"
WHERE valid_from <= date() AND (valid_until IS NULL OR date() < valid_until)
ORDER BY "class" IS NULL, "class", stream, ord;
SELECT valid_from, valid_until, event, "member", "class", "since" FROM "member"
WHERE valid_from <= date() AND (valid_until IS NULL OR date() < valid_until)
ORDER BY "member" IS NULL, "member", stream, ord;
