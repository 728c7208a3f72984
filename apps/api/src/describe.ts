import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ReadSide } from '#foundation/read-model';
import { type ApiParts, AppModule } from './app.module.js';
import { describeApi } from './openapi.js';

/**
 * Writes the description of the api to the file named by the first argument, without a server behind it: nothing of
 * the module is called, only its routes and classes are looked at. The page's client is made from it.
 */
const nowhere = { readSide: new ReadSide('postgres://127.0.0.1:1/none') };
const parts = { config: {}, backends: nowhere, settings: {}, commandSide: {}, imports: {}, metrics: {} };
const app = await NestFactory.create(AppModule.of(parts as unknown as ApiParts), new FastifyAdapter(), {
  preview: true,
  logger: false,
  abortOnError: false,
});
writeFileSync(process.argv[2] ?? 'openapi.json', JSON.stringify(describeApi(app), null, 1));
