SELECT contact_mobile, COUNT(*) AS elders
FROM elders
GROUP BY contact_mobile
