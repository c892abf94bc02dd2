package org.mingqu.platform.evidence;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Which of the nodes that share a database keeps the log: the one whose connection holds PostgreSQL's advisory lock.
/// It
/// is free as soon as that connection ends, however the node ends. Two nodes that both think they lead for a moment are
/// kept apart by the lock on the log's own file.
@Component
class Leadership {

    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);
    private static final long LOCK = 0x6d696e677175L;
    private static final int ANSWERS_WITHIN_SECONDS = 2;

    private final DataSource database;
    private @Nullable Connection held;

    Leadership(DataSource database) {
        this.database = database;
    }

    /// Whether this node leads; takes the lead if nobody has it.
    synchronized boolean isHeld() {
        try {
            if (held != null && held.isValid(ANSWERS_WITHIN_SECONDS)) {
                return true;
            }
            giveUp();
            return take();
        } catch (SQLException e) {
            LOG.warn("it cannot be seen who keeps the log: {}", e.getSQLState());
            giveUp();
            return false;
        }
    }

    private boolean take() throws SQLException {
        var connection = database.getConnection();
        try (var question = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            connection.setAutoCommit(true);
            question.setLong(1, LOCK);
            try (var answer = question.executeQuery()) {
                answer.next();
                if (answer.getBoolean(1)) {
                    LOG.info("this node keeps the log of the evidence");
                    held = connection;
                    return true;
                }
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return false;
    }

    /// Lets another node lead.
    @PreDestroy
    synchronized void giveUp() {
        var connection = held;
        held = null;
        if (connection == null) {
            return;
        }
        try (connection;
                var unlock = connection.prepareStatement("select pg_advisory_unlock(?)")) {
            unlock.setLong(1, LOCK);
            unlock.execute();
        } catch (SQLException e) {
            LOG.debug("the lock went with its connection: {}", e.getSQLState());
        }
    }
}
