package org.mingqu.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/// One thing to measure.
interface Measurement {

    /// Measures it now.
    ///
    /// @throws IOException if a process or a file that is measured fails
    /// @throws SQLException if the peer engine fails
    /// @throws InterruptedException if the bench is stopped
    List<Figure> measure() throws IOException, SQLException, InterruptedException;
}
