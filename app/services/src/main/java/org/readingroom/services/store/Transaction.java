package org.readingroom.services.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One open transaction: the token that the tables of this package want.
///
/// **Thread:** the one that got it; not to be kept after the work ends.
public final class Transaction {
    /// Turns the row a cursor stands on into a value.
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final WriteProbe probe;
    private final Map<String, PreparedStatement> statements;

    Transaction(Connection connection, WriteProbe probe, Map<String, PreparedStatement> statements) {
        this.connection = connection;
        this.probe = probe;
        this.statements = statements;
    }

    static Map<String, PreparedStatement> newStatementCache() {
        return new LinkedHashMap<>();
    }

    /// Parameters are text, integers, byte arrays or null. Returns the number of rows changed.
    int update(String sql, @Nullable Object... parameters) throws StoreException {
        try {
            PreparedStatement statement = prepare(sql, parameters);
            probe.at("write");
            int rows = statement.executeUpdate();
            probe.at("write done");
            return rows;
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) throws StoreException {
        try (ResultSet rows = prepare(sql, parameters).executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... parameters) throws StoreException {
        return query(sql, reader, parameters).stream().findFirst();
    }

    private PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        statement.clearParameters();
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
