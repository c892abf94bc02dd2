SELECT id_number, community
FROM elders
WHERE living = '独居'
