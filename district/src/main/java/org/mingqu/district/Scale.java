package org.mingqu.district;

/// How large the district is.
///
/// @param residents people who live there
/// @param meteredHouseholds households whose water and power are read each day of [District#DAYS]
/// @param leases leases of business premises in the department's file
/// @param housingContracts contracts in the housing department's own database
/// @param stations counting points on roads
public record Scale(
        int residents, int meteredHouseholds, int companies, int leases, int housingContracts, int stations) {

    /// About a fiftieth, for tests.
    public static final Scale SMALL = new Scale(2_000, 277, 600, 480, 240, 6);

    /// A tenth, for a start that must be quick.
    public static final Scale TENTH = new Scale(10_000, 1_385, 3_000, 2_400, 1_200, 20);

    /// The district of the demonstration: 100,000 residents, 5 million daily readings, 30,000 companies.
    public static final Scale FULL = new Scale(100_000, 13_850, 30_000, 24_000, 12_000, 80);

    public Scale {
        if (residents < 100 || companies < 100 || stations < 1 || meteredHouseholds < 1) {
            throw new IllegalArgumentException(
                    "a district needs 100 residents, 100 companies, a station and a metered household at least");
        }
        if (meteredHouseholds > residents / 4) {
            throw new IllegalArgumentException("%d metered households are more than the households of %d residents"
                    .formatted(meteredHouseholds, residents));
        }
    }
}
