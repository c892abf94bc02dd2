SELECT id_number, age_band, living, care_level, community
FROM elders
WHERE living = '独居'
LIMIT 100
