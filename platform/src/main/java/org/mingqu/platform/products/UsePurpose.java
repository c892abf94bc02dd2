package org.mingqu.platform.products;

/// What for a product is used: public governance and public welfare are free of charge, industry may be charged
/// (发改价格〔2025〕65号).
public enum UsePurpose {
    GOVERNANCE,
    WELFARE,
    INDUSTRY;

    /// Whether a fee may be charged at all.
    public boolean mayBeCharged() {
        return this == INDUSTRY;
    }
}
