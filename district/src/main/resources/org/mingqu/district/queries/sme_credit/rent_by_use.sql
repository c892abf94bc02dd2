SELECT 街道, 用途, COUNT(*) AS 合同数, AVG(月租金) AS 平均月租金, AVG(面积) AS 平均面积
FROM leases
WHERE 到期日 >= DATE '2026-07-01' AND 面积 > 0
GROUP BY 街道, 用途
ORDER BY 街道, 用途
