from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0001_initial'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='entryrow',
            name='entry_by_day',
        ),
        migrations.AddIndex(
            model_name='entryrow',
            index=models.Index(fields=['kind', 'day'], name='entry_by_kind_and_day'),
        ),
    ]
