import { describe, expect, it } from 'vitest';
import { blocks } from '../../../src/checks/blocking.ts';

describe('a command that waits', () => {
  it.each([
    'docker logs --follow web',
    'docker compose logs -f api',
    'kubectl logs -f deploy/web',
    'kubectl get pods --watch',
    'kubectl get pods -w',
    'kubectl port-forward \\\n  svc/web 8080:80',
    'docker exec -it web bash',
    'kubectl exec --interactive --tty pod/web -- sh',
    'docker stats',
    'docker events',
    'docker compose up',
    'docker attach web',
    'docker compose exec web sh',
    'read -rs PASSWORD',
    'sudo less /var/log/syslog',
    'docker login registry.example.com',
    'tail -f app.log',
  ])('%s', (command) => expect(blocks(command)).toBe(true));

  it.each([
    'kubectl apply -f web.yaml',
    'docker build -f Dockerfile.dev .',
    'docker compose -f compose.yaml up --detach',
    'docker compose up -d',
    'docker stats --no-stream',
    'docker events --since 1m --until 0s',
    'kubectl port-forward svc/web 8080:80 &',
    'docker compose exec -T db psql --command "select 1"',
    'docker run --interactive alpine:3.22 sh < script',
    'docker login --username ada --password-stdin',
    '# read the logs\ndocker logs web',
    'kubectl get pods --output wide',
    'ssh-keygen -t ed25519',
  ])('comes back: %s', (command) => expect(blocks(command)).toBe(false));
});
