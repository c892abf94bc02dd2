SELECT id_number, age_band, living, community
FROM elders
WHERE living = '独居'
LIMIT 100
