package org.readingroom.testservers.ris;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.interceptor.UserRequestRetryVersionConflictsInterceptor;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.provider.JpaSystemProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import java.nio.file.Path;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// Serves FHIR R4 under `/fhir` on loopback until it is ended.
///
/// Arguments: port, folder of the database, number of the process that owns it, number of one that ends with it; 0
/// for none.
public final class RisMain {
    private RisMain() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        Path database = Path.of(arguments[1]).toAbsolutePath().resolve("ris");
        new OwnerWatch(Long.parseLong(arguments[2]), Long.parseLong(arguments[3])).start();
        System.setProperty(RisConfiguration.DATABASE, "jdbc:h2:file:" + database);
        ApplicationContext context = new AnnotationConfigApplicationContext(RisConfiguration.class);
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        ServletContextHandler handler = new ServletContextHandler("/");
        handler.addServlet(new ServletHolder(fhir(context)), "/fhir/*");
        server.setHandler(handler);
        server.start();
        server.join();
    }

    private static RestfulServer fhir(ApplicationContext context) {
        RestfulServer server = new RestfulServer(context.getBean(FhirContext.class));
        server.registerProviders(context.getBean(ResourceProviderFactory.class).createProviders());
        server.registerProvider(context.getBean(JpaSystemProvider.class));
        IFhirSystemDao<?, ?> system = context.getBean(IFhirSystemDao.class);
        server.setServerConformanceProvider(new JpaCapabilityStatementProvider(
                server,
                system,
                context.getBean(JpaStorageSettings.class),
                context.getBean(ISearchParamRegistry.class),
                context.getBean(IValidationSupport.class)));
        server.setPagingProvider(context.getBean(DatabaseBackedPagingProvider.class));
        server.setDefaultResponseEncoding(EncodingEnum.JSON);
        server.registerInterceptor(new UserRequestRetryVersionConflictsInterceptor());
        server.registerInterceptor(new IssueTime());
        return server;
    }
}
