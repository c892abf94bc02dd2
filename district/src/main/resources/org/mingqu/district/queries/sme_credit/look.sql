SELECT credit_code, industry, size_class, status, employees
FROM companies
LIMIT 100
