SELECT industry, COUNT(*) AS companies
FROM companies
WHERE size_class IN ('微型', '小型') AND status = '存续'
GROUP BY industry
