package org.quotidian.batch;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.quotidian.store.CorpusOwner;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Begins a transaction only while the run owns its corpus. This holds for rows and for Spring
 * Batch's own tables.
 */
final class OwnedTransactions extends JdbcTransactionManager {

  private static final long serialVersionUID = 1L;

  private final transient CorpusOwner owner;

  OwnedTransactions(DataSource dataSource, CorpusOwner owner) {
    super(dataSource);
    this.owner = owner;
  }

  @Override
  protected void prepareTransactionalConnection(
      Connection connection, TransactionDefinition definition) throws SQLException {
    super.prepareTransactionalConnection(connection, definition);
    owner.check(connection);
  }
}
