-- The hour of the daily mail was UTC and is the newsroom's from here on: whoever chose one goes on getting it when they did.
UPDATE mail_rhythm r SET hour = mod(r.hour + floor(extract(epoch FROM z.utc_offset) / 3600)::int + 24, 24)
FROM setting s JOIN pg_timezone_names z ON lower(z.name) = lower(s.value ->> 'timeZone')
WHERE s.key = 'site';
