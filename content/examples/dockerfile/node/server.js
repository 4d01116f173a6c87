import express from 'express';

const app = express();
app.get('/health', (request, response) => response.send('ok\n'));
app.get('/', (request, response) => response.send('Hello\n'));

const server = app.listen(3000, () => console.log('listening on 3000'));

function stop(signal) {
  console.log(`${signal}: stopping, waiting for open requests`);
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  // A connection that has not asked anything yet, as browsers open them, counts as busy.
  setTimeout(() => server.closeAllConnections(), 8000).unref();
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
