package org.mingqu.privacy.watermark;

import java.util.List;

/// Whose copies a leaked file was made from, as far as it can be said.
///
/// @param named who is named, the surest first; empty if nobody can be
/// @param asked how many recipients were tried
/// @param places how many different places of the file say something
public record Detection(List<Suspect> named, int asked, int places) {

    /// Nobody is named if the chance that anybody who had no part would be is above this.
    public static final double ACCEPTED = 1e-6;

    public Detection {
        named = List.copyOf(named);
    }

    /// A recipient who is named.
    ///
    /// @param score how far above what accident gives, in standard deviations of one place
    /// @param falsePositive a bound of the chance that any recipient without part in the file would score as
    ///     high
    public record Suspect(String recipient, double score, double falsePositive) {}
}
