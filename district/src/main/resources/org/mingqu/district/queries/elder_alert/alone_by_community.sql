SELECT community, COUNT(*) AS elders
FROM elders
WHERE living = '独居'
GROUP BY community
