package org.mingqu.district;

/// What a loading department should be told that a column holds.
public enum Detector {
    NONE,
    ID_NUMBER,
    CREDIT_CODE,
    MOBILE,
    PERSON_NAME,
    COMPANY_NAME,
    ADDRESS,
    DATE,
    AMOUNT
}
